// Ends with 0 if the program that listens on PORT says that it can be sent requests, else with 1 and why.
const address = `http://127.0.0.1:${process.env.PORT}/health/ready`;

try {
  const answer = await fetch(address, { signal: AbortSignal.timeout(4_000) });
  if (!answer.ok) console.error(`${address}: ${answer.status} ${await answer.text()}`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  console.error(`${address}: ${error.cause?.code ?? error.message}`);
  process.exitCode = 1;
}
