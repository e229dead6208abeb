package glassbox.engine.reference;

import glassbox.engine.checkpoint.Activation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The part of a layer that looks at one token alone. */
sealed interface FeedForward {
  Result apply(double[] x, int lane);

  /** The output [hidden] and the router's probabilities [experts], empty where it is dense. */
  record Result(Vector output, Vector routerProbabilities) {}

  /** down(act(gate x) * up x), or down(act(up x)) without a gate. */
  record Dense(Optional<Linear> gate, Linear up, Linear down, Activation activation)
      implements FeedForward {
    @Override
    public Result apply(double[] x, int lane) {
      return new Result(new Vector(output(x, lane)), new Vector(new double[0]));
    }

    double[] output(double[] x, int lane) {
      double[] inner = up.apply(x, lane);
      double[] gated = gate.isPresent() ? gate.get().apply(x, lane) : inner;
      double[] hidden = new double[inner.length];
      for (int i = 0; i < inner.length; i++) {
        double activated = Activations.apply(activation, gated[i]);
        hidden[i] = gate.isPresent() ? activated * inner[i] : activated;
      }
      return down.apply(hidden, lane);
    }
  }

  /**
   * The sum of the {@code perToken} likeliest experts, each weighted with its probability, which is
   * divided by their total if {@code normTopK}.
   */
  record Sparse(Linear router, List<Dense> experts, int perToken, boolean normTopK)
      implements FeedForward {
    public Sparse {
      experts = List.copyOf(experts);
    }

    @Override
    public Result apply(double[] x, int lane) {
      double[] probabilities = Softmax.probabilities(router.apply(x, lane));
      List<Integer> chosen =
          IntStream.range(0, probabilities.length)
              .boxed()
              .sorted(Comparator.comparingDouble(expert -> -probabilities[expert]))
              .limit(perToken)
              .toList();
      double total =
          normTopK ? chosen.stream().mapToDouble(expert -> probabilities[expert]).sum() : 1;
      double[] output = new double[x.length];
      for (int expert : chosen) {
        double[] one = experts.get(expert).output(x, lane);
        for (int i = 0; i < output.length; i++) {
          output[i] += probabilities[expert] / total * one[i];
        }
      }
      return new Result(new Vector(output), new Vector(probabilities));
    }
  }
}
