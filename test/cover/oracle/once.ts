/** What holds in a deployment holds in all of it, so that nothing has to be found out twice. */
export function once<Found>(known: Map<string, Found>, key: string, find: () => Found): Found {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
