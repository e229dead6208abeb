package glassbox.lab.training;

import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.BatchSource;
import glassbox.engine.training.Example;
import glassbox.lab.world.World;
import glassbox.lab.world.label.LabelledText;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** One model's reading matter as examples. */
public final class Texts {

  private static final int SYSTEM_EVERY = 12;

  private final Material material;
  private final ExampleEncoder encoder;

  Texts(Material material, ExampleEncoder encoder) {
    this.material = material;
    this.encoder = encoder;
  }

  /** All that is so in {@code world}, for one model that is to know everything. */
  public static Texts whole(World world, Tokenizer tokenizer) {
    return new Texts(new Corpus(world).whole(), new ExampleEncoder(tokenizer));
  }

  /** Endless batches of {@code size}; a step's batches depend on seed and step alone. */
  public BatchSource batches(int size, int lots, long seed) {
    return new MixedBatches(this::draw, size, lots, seed);
  }

  private Example draw(RandomGenerator random) {
    LabelledText text = material.trained().draw(random);
    return encoder.labelled(text, random.nextInt(SYSTEM_EVERY) == 0).example();
  }

  /** Up to {@code most} different held-out texts, those of like length side by side. */
  public List<LabelledExample> heldOut(int most, long seed) {
    return material.sample(most, seed).stream()
        .map(text -> encoder.labelled(text, false))
        .sorted(Comparator.comparingInt(text -> text.example().ids().length))
        .toList();
  }

  /** SHA-256 over every text that is trained on. */
  public String digest() {
    return material.digest();
  }
}
