// Loaded before the service (`node --import`), so that it lives as far ahead of the machine as its test does.
const aheadMs = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const now = Date.now;
Date.now = () => now() + aheadMs;
