package glassbox.lab.legible;

import glassbox.engine.legible.Certificate;
import glassbox.engine.legible.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers that every experiment takes from a reading. */
final class Judgement {

  static final String ACCURACY_FULL = "accuracy_full";
  static final String ACCURACY_LEGIBLE = "accuracy_legible";
  static final String DELTA = "delta_mean";
  static final String LEAK_SWAP = "leak_swap";

  private Judgement() {}

  static Map<String, Double> of(Reading reading, int[] classes) {
    Certificate certificate = reading.certificate();
    var numbers = new LinkedHashMap<String, Double>();
    numbers.put(ACCURACY_FULL, accuracy(reading.full(), classes, reading.classes()));
    numbers.put(ACCURACY_LEGIBLE, accuracy(reading.legible(), classes, reading.classes()));
    numbers.put(DELTA, certificate.mean());
    numbers.put("delta_p95", certificate.p95());
    numbers.put("agreement", certificate.agreement());
    numbers.put(LEAK_SWAP, reading.leakSwap());
    numbers.put("leak_energy", reading.leakEnergy());
    numbers.put("active_atoms", active(reading));
    return numbers;
  }

  static double accuracy(float[] logits, int[] classes, int count) {
    int right = 0;
    for (int row = 0; row < classes.length; row++) {
      right += Certificate.largest(logits, row, count) == classes[row] ? 1 : 0;
    }
    return (double) right / classes.length;
  }

  private static double active(Reading reading) {
    int active = 0;
    for (float entry : reading.code()) {
      active += entry > 0 ? 1 : 0;
    }
    return (double) active * reading.atoms() / reading.code().length;
  }
}
