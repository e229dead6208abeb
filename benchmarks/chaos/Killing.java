package chaos;

import chaos.Stack.Target;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Kills at random. The next kill waits until clients were answered a few times more, or for a while
 * in vain, and then a moment of random length; not until everything has recovered.
 */
final class Killing {
  private static final int ANSWERS_BETWEEN = 3;
  private static final long LONGEST_WAIT_MILLIS = 120_000;
  private static final long FIRST_ANSWERS_MILLIS = 300_000;
  private static final int JITTER_MILLIS = 1500;
  private static final int FULL_DISK_EVERY = 10;
  private static final long FULL_DISK_MILLIS = 2500;

  private final Stack stack;
  private final Load load;
  private final Optional<Disk> disk;
  private final RandomGenerator random;
  private final Map<Target, Integer> kills = new EnumMap<>(Target.class);
  private int fullDisks;

  Killing(Stack stack, Load load, Optional<Disk> disk, long seed) {
    this.stack = stack;
    this.load = load;
    this.disk = disk;
    this.random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
  }

  void run(int number) throws IOException {
    await(FIRST_ANSWERS_MILLIS);
    Target[] targets = Target.values();
    for (int done = 0; done < number; ) {
      boolean full = disk.isPresent() && done % FULL_DISK_EVERY == FULL_DISK_EVERY / 2;
      // A full disk matters while the records cannot go to audit.
      Target target = full ? Target.AUDIT : targets[random.nextInt(targets.length)];
      Stack.sleep(random.nextInt(JITTER_MILLIS));
      if (full) {
        disk.get().fill();
      }
      if (stack.kill(target)) {
        done++;
        kills.merge(target, 1, Integer::sum);
        System.out.printf(
            "kill %d of %d: %s%s; %d acknowledged%n",
            done, number, target.label(), full ? " with the spools' disk full" : "", load.count());
      }
      if (full) {
        Stack.sleep(FULL_DISK_MILLIS);
        disk.get().free();
        fullDisks++;
      }
      await(LONGEST_WAIT_MILLIS);
    }
  }

  private void await(long longestMillis) {
    int before = load.count();
    long limit = System.nanoTime() + longestMillis * 1_000_000;
    while (load.count() < before + ANSWERS_BETWEEN && System.nanoTime() < limit) {
      Stack.sleep(50);
    }
  }

  /** Kills by what was killed. */
  Map<Target, Integer> kills() {
    return kills;
  }

  /** How often the spools' disk was full. */
  int fullDisks() {
    return fullDisks;
  }
}
