package glassbox.lab.bench;

import glassbox.engine.federation.AnswerScorer;
import glassbox.engine.federation.Federation;
import glassbox.ledger.block.Combination;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Occlusion of a prompt token by token: the same masks with shared beginnings, and one full forward
 * each. Both on one thread, in turn; what counts is the processor's time.
 */
final class ExplainBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String name;
  private final Federation federation;
  private final List<int[]> masks;
  private final int[] answer;
  private final int prompt;

  /**
   * @param prompt tokens of the prompt, drawn at random
   * @param answer tokens of the answer, likewise
   */
  ExplainBench(String name, Federation federation, int prompt, int answer, long seed) {
    this.name = name;
    this.federation = federation;
    this.prompt = prompt;
    SplittableRandom random = new SplittableRandom(seed);
    int vocabulary = federation.vocabularySize();
    int[] whole = random.ints(prompt, 0, vocabulary).toArray();
    this.answer = random.ints(answer, 0, vocabulary).toArray();
    this.masks = new ArrayList<>(List.of(whole));
    IntStream.range(0, prompt).forEach(i -> masks.add(without(whole, i)));
  }

  private static int[] without(int[] ids, int position) {
    return IntStream.range(0, ids.length).filter(i -> i != position).map(i -> ids[i]).toArray();
  }

  /**
   * What was measured.
   *
   * @param masks scored, the unmasked prompt among them
   * @param tokens computed by each specialist with shared beginnings
   * @param fullTokens computed by each specialist with a full forward a mask
   * @param seconds of the processor, median of the rounds
   * @param fullSeconds likewise
   * @param speedUp median over the rounds of the second by the first
   * @param largestDifference between the two scores of a mask, nats
   */
  record Speed(
      String name,
      int specialists,
      int prompt,
      int answer,
      int masks,
      long tokens,
      long fullTokens,
      double seconds,
      double fullSeconds,
      double speedUp,
      double largestDifference) {}

  /** What one way of scoring gave and took. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Scored(double[] scores, long tokens, double seconds) {}

  Speed run(int rounds) {
    List<Scored> shared = new ArrayList<>();
    List<Scored> full = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      Scored one = score(true);
      Scored other = score(false);
      if (round >= 0) {
        shared.add(one);
        full.add(other);
      }
    }
    double[] ratios =
        IntStream.range(0, rounds)
            .mapToDouble(i -> full.get(i).seconds() / shared.get(i).seconds())
            .toArray();
    return new Speed(
        name,
        federation.spec().members().size(),
        prompt,
        answer.length,
        masks.size(),
        shared.getFirst().tokens(),
        full.getFirst().tokens(),
        median(shared.stream().mapToDouble(Scored::seconds).toArray()),
        median(full.stream().mapToDouble(Scored::seconds).toArray()),
        median(ratios),
        difference(shared.getFirst().scores(), full.getFirst().scores()));
  }

  private Scored score(boolean shareBeginnings) {
    Combination combination = federation.spec().combination();
    long began = THREADS.getCurrentThreadCpuTime();
    double[] scores = new double[masks.size()];
    long tokens = 0;
    List<List<int[]>> batches =
        shareBeginnings ? List.of(masks) : masks.stream().map(List::of).toList();
    int done = 0;
    for (List<int[]> batch : batches) {
      try (AnswerScorer scorer = federation.scorer(combination)) {
        double[] some = scorer.score(batch, answer);
        System.arraycopy(some, 0, scores, done, some.length);
        done += some.length;
        tokens += scorer.tokens();
      }
    }
    return new Scored(scores, tokens, (THREADS.getCurrentThreadCpuTime() - began) / 1e9);
  }

  private static double difference(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElse(0);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
