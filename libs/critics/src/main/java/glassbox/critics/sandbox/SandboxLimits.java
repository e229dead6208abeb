package glassbox.critics.sandbox;

import java.time.Duration;

/**
 * What a snippet may take.
 *
 * @param time from the request to the end, waiting for a place included
 * @param heapMegabytes heap of the child, at least 32
 * @param printedBytes most that it may print
 * @param children children that run at once
 * @param snippetCharacters longest snippet, and longest sum of all calls
 * @param calls most calls
 */
public record SandboxLimits(
    Duration time,
    int heapMegabytes,
    int printedBytes,
    int children,
    int snippetCharacters,
    int calls) {

  /** Six seconds, 96 MB, 64 KB printed, two children, 20,000 characters, 64 calls. */
  public static final SandboxLimits DEFAULT =
      new SandboxLimits(Duration.ofSeconds(6), 96, 65_536, 2, 20_000, 64);

  public SandboxLimits {
    boolean holds = !time.isNegative() && !time.isZero() && heapMegabytes >= 32 && calls >= 1;
    if (!holds || printedBytes < 0 || children < 1 || snippetCharacters < 1) {
      throw new IllegalArgumentException("limits of a sandbox are above zero, its heap 32 MB");
    }
  }
}
