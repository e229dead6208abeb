package glassbox.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what {@link LegibleReader} reads. */
final class LegibleWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private LegibleWriter() {}

  static void write(Path directory, LegibleWeights weights, Dtype dtype) throws IOException {
    Files.createDirectories(directory);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int layer = 0; layer < weights.sites().size(); layer++) {
      LegibleSite site = weights.sites().get(layer);
      List<String> names = LegibleReader.tensorNames(layer);
      int m = site.atoms();
      int d = site.width();
      tensors.put(names.get(0), Tensor.of(site.encoder(), m, d));
      tensors.put(names.get(1), Tensor.of(site.encoderBias(), m));
      tensors.put(names.get(2), Tensor.of(site.decoder(), d, m));
      tensors.put(names.get(3), Tensor.of(site.decoderBias(), d));
    }
    SafeTensorsWriter.write(directory.resolve(LegibleReader.TENSORS), tensors, dtype);
    writeConfig(directory, weights.config());
  }

  static void writeConfig(Path directory, LegibleConfig config) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", LegibleReader.VERSION);
    json.put("site", LegibleReader.SITE);
    json.put("atoms", config.atoms());
    json.put("active", config.active());
    config.calibration().ifPresent(calibration -> json.put("calibration", fields(calibration)));
    List<Object> names = new ArrayList<>();
    config.names().forEach(name -> names.add(fields(name)));
    json.put("names", names);
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    Files.writeString(directory.resolve(LegibleConfig.FILE), text + "\n");
  }

  private static Map<String, Object> fields(LegibleConfig.Calibration calibration) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("delta_mean", calibration.deltaMean());
    fields.put("delta_p95", calibration.deltaP95());
    fields.put("delta_p99", calibration.deltaP99());
    fields.put("tokens", calibration.tokens());
    fields.put("text", calibration.text());
    return fields;
  }

  private static Map<String, Object> fields(LegibleConfig.AtomName name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("atom", name.atom());
    fields.put("label", name.label());
    fields.put("type", name.type());
    fields.put("match", name.match());
    fields.put("source", name.source());
    return fields;
  }
}
