package glassbox.system;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the repository's manifest says of the models that ship.
 *
 * @param legible whether every specialist of {@code demo} has bottlenecks, its own or its base's
 * @param scaffold whether {@code demo} writes scaffolds
 */
record Shipped(boolean legible, boolean scaffold) {
  private static final String CODES = "legible.json";

  static Shipped read() {
    JsonNode manifest =
        JsonMapper.shared().readTree(Stack.read(Stack.root().resolve("models/manifest.json")));
    Map<String, JsonNode> models = new HashMap<>();
    manifest.path("models").forEach(model -> models.put(model.path("id").asString(), model));
    for (JsonNode federation : manifest.path("federations")) {
      if (federation.path("alias").asString().equals("demo")) {
        return new Shipped(
            federation
                .path("specialists")
                .valueStream()
                .allMatch(id -> hasCodes(id.asString(), models)),
            federation.path("scaffold").asBoolean(false));
      }
    }
    throw new AssertionError("the manifest has no federation demo");
  }

  private static boolean hasCodes(String id, Map<String, JsonNode> models) {
    JsonNode model = models.getOrDefault(id, JsonMapper.shared().nullNode());
    return model.path("files").has(CODES)
        || (model.hasNonNull("base") && hasCodes(model.path("base").asString(), models));
  }
}
