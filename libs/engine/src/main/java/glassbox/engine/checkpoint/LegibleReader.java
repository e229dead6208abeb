package glassbox.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one directory's legible bottlenecks. */
final class LegibleReader {
  static final String TENSORS = "legible.safetensors";
  static final String SITE = "mlp_output";
  static final int VERSION = 1;
  private static final Pattern ATOM =
      Pattern.compile("L(0|[1-9][0-9]{0,5})\\.c(0|[1-9][0-9]{0,8})");

  private final Path json;
  private final Path tensors;
  private final ModelConfig model;

  LegibleReader(Path directory, ModelConfig model) {
    this.json = directory.resolve(LegibleConfig.FILE);
    this.tensors = directory.resolve(TENSORS);
    this.model = model;
  }

  static boolean present(Path directory) {
    return Files.exists(directory.resolve(LegibleConfig.FILE))
        || Files.exists(directory.resolve(TENSORS));
  }

  /** The names of one layer's tensors, in the order of {@link LegibleSite}'s constructor. */
  static List<String> tensorNames(int layer) {
    String prefix = "model.layers." + layer + ".mlp.legible.";
    return List.of(
        prefix + "encoder.weight",
        prefix + "encoder.bias",
        prefix + "decoder.weight",
        prefix + "decoder.bias");
  }

  LegibleWeights read() {
    LegibleConfig config = config();
    try (TensorSource source = SafeTensors.open(tensors)) {
      requireNoOther(source.names());
      List<LegibleSite> sites = new ArrayList<>();
      for (int layer = 0; layer < model.layers(); layer++) {
        sites.add(site(source, layer, config.atoms()));
      }
      return new LegibleWeights(config, sites);
    }
  }

  private void requireNoOther(Set<String> names) {
    Set<String> others = new HashSet<>(names);
    for (int layer = 0; layer < model.layers(); layer++) {
      tensorNames(layer).forEach(others::remove);
    }
    if (!others.isEmpty()) {
      throw CheckpointException.of(
          tensors,
          "tensor %s belongs to none of the model's %d layers"
              .formatted(others.stream().sorted().findFirst().orElseThrow(), model.layers()));
    }
  }

  private LegibleSite site(TensorSource source, int layer, int atoms) {
    List<String> names = tensorNames(layer);
    int width = model.hiddenSize();
    float[] encoder = tensor(source, names.get(0), atoms, width);
    float[] encoderBias = tensor(source, names.get(1), atoms);
    float[] decoder = tensor(source, names.get(2), width, atoms);
    float[] decoderBias = tensor(source, names.get(3), width);
    try {
      return new LegibleSite(encoder, encoderBias, decoder, decoderBias);
    } catch (IllegalArgumentException e) {
      String prefix = names.getFirst().replace("encoder.weight", "");
      throw new CheckpointException(tensors + ": " + prefix + e.getMessage(), e);
    }
  }

  private float[] tensor(TensorSource source, String name, long... shape) {
    long[] actual = source.shape(name);
    if (!Arrays.equals(actual, shape)) {
      throw CheckpointException.field(
          tensors,
          name + ".shape",
          Arrays.toString(actual),
          "legible.json and the model ask for " + Arrays.toString(shape));
    }
    return source.read(name);
  }

  private LegibleConfig config() {
    Fields fields = new Fields(json, Json.readObject(json));
    fields.only(Set.of("version", "site", "atoms", "active", "calibration", "names"));
    if (fields.positive("version") != VERSION) {
      throw fields.error("version", "only " + VERSION + " is supported");
    }
    if (!fields.requiredText("site").equals(SITE)) {
      throw fields.error("site", "only " + SITE + " is supported");
    }
    int atoms = fields.positive("atoms");
    int active = fields.positive("active");
    if (active > atoms) {
      throw fields.error("active", "more than atoms = " + atoms);
    }
    Optional<LegibleConfig.Calibration> calibration =
        fields.has("calibration")
            ? Optional.of(calibration(fields.nested("calibration")))
            : Optional.empty();
    return named("", () -> new LegibleConfig(atoms, active, calibration, names(fields)));
  }

  private LegibleConfig.Calibration calibration(Fields fields) {
    fields.only(Set.of("delta_mean", "delta_p95", "delta_p99", "tokens", "text"));
    return named(
        "calibration.",
        () ->
            new LegibleConfig.Calibration(
                fields.real("delta_mean"),
                fields.real("delta_p95"),
                fields.real("delta_p99"),
                fields.positive("tokens"),
                fields.requiredText("text")));
  }

  private List<LegibleConfig.AtomName> names(Fields fields) {
    List<LegibleConfig.AtomName> names = new ArrayList<>();
    for (Fields name : fields.objects("names")) {
      names.add(name(name));
      if (names.getLast().layer() >= model.layers()) {
        throw name.error("atom", "the model has " + model.layers() + " layers");
      }
    }
    return names;
  }

  private LegibleConfig.AtomName name(Fields fields) {
    fields.only(Set.of("atom", "label", "type", "match", "source"));
    Matcher atom = ATOM.matcher(fields.requiredText("atom"));
    if (!atom.matches()) {
      throw fields.error("atom", "not of the form L{layer}.c{atom}");
    }
    return named(
        "names.",
        () ->
            new LegibleConfig.AtomName(
                Integer.parseInt(atom.group(1)),
                Integer.parseInt(atom.group(2)),
                fields.requiredText("label"),
                fields.requiredText("type"),
                fields.real("match"),
                fields.requiredText("source")));
  }

  /** Lets a record's own checks speak with the file's name in front. */
  private <T> T named(String prefix, java.util.function.Supplier<T> record) {
    try {
      return record.get();
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(json + ": " + prefix + e.getMessage(), e);
    }
  }
}
