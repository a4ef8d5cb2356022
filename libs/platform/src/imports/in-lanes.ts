/** Does the work of each lane, `width` of them beside each other; where one fails the others end after the command they are at. */
export async function inLanes<T>(width: number, lanes: readonly T[], work: (lane: T) => Promise<void>): Promise<void> {
  const left = lanes.values();
  let failed = false;
  const worker = async () => {
    for (const lane of left) {
      if (failed) return;
      try {
        await work(lane);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: width }, worker));
  const fault = ended.find((end) => end.status === 'rejected');
  if (fault) throw fault.reason;
}
