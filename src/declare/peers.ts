/** What the constructs are built on. They are optional to npm, because the command `strongroom` needs neither. */
const PEERS = ['aws-cdk-lib', 'constructs'];

const missing = PEERS.filter((name) => {
  try {
    require.resolve(name);
    return false;
  } catch {
    return true;
  }
});

if (missing.length > 0) {
  const error = new Error(
    `the constructs of cdk-strongroom need ${missing.join(' and ')}, which cannot be found: run npm install ${missing.join(' ')}`,
  );
  // Where in this package that was noticed helps nobody.
  error.stack = `Error: ${error.message}`;
  throw error;
}

export {};
