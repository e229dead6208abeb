package glassbox.lab.training;

import glassbox.lab.world.label.LabelledText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What one model reads.
 *
 * @param trained drawn from in training
 * @param held drawn from in the same proportions to watch and to judge; never trained on
 */
record Material(Mix<LabelledText> trained, Mix<LabelledText> held) {

  private static final int TRIES = 20;

  /** Up to {@code most} different held-out texts; the same seed gives the same ones. */
  List<LabelledText> sample(int most, long seed) {
    var random = new SplittableRandom(seed);
    Set<LabelledText> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var sample = new ArrayList<LabelledText>();
    int wanted = Math.min(most, held.size());
    for (int i = 0; i < TRIES * most && sample.size() < wanted; i++) {
      LabelledText text = held.draw(random);
      if (seen.add(text)) {
        sample.add(text);
      }
    }
    return sample;
  }

  /** SHA-256 over every text that is trained on, in order. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (LabelledText text : trained.all()) {
        text.segments()
            .forEach(
                segment ->
                    digest.update(
                        (segment.kind() + "\t" + segment.phrase().text() + "\n")
                            .getBytes(StandardCharsets.US_ASCII)));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the platform has no SHA-256", e);
    }
  }
}
