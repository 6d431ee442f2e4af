import fc from 'fast-check';

// The same programs at every run, so that a failure is one of the change at hand. Another number finds other ones.
fc.configureGlobal({ seed: Number(process.env.STRONGROOM_SEED ?? 20260115) });
