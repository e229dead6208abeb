package glassbox.engine.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The models and federations of a directory; every reference between them resolves. */
public record Manifest(List<ModelEntry> models, List<FederationEntry> federations) {

  public Manifest {
    models = List.copyOf(models);
    federations = List.copyOf(federations);
    Map<String, ModelEntry> byId = new HashMap<>();
    Set<String> paths = new HashSet<>();
    for (ModelEntry model : models) {
      if (byId.put(model.id(), model) != null) {
        throw new RegistryException("manifest.json: two models are called " + model.id());
      }
      if (!paths.add(model.path())) {
        throw new RegistryException("manifest.json: two models lie in " + model.path());
      }
    }
    models.forEach(model -> checkBase(model, byId));
    Set<String> aliases = new HashSet<>();
    for (FederationEntry federation : federations) {
      if (!aliases.add(federation.alias())) {
        throw new RegistryException(
            "manifest.json: two federations are called " + federation.alias());
      }
      checkSpecialists(federation, byId);
    }
  }

  private static void checkBase(ModelEntry adapter, Map<String, ModelEntry> byId) {
    if (adapter.base().isEmpty()) {
      return;
    }
    ModelEntry base = byId.get(adapter.base().get());
    if (base == null || base.kind() != ModelEntry.Kind.FULL) {
      throw new RegistryException(
          "manifest.json: %s.base = %s: no full model"
              .formatted(adapter.id(), adapter.base().get()));
    }
    if (!base.vocabularyDigest().equals(adapter.vocabularyDigest())
        || !base.architecture().equals(adapter.architecture())) {
      throw new RegistryException(
          "manifest.json: " + adapter.id() + " and its base differ in architecture or vocabulary");
    }
  }

  private static void checkSpecialists(FederationEntry federation, Map<String, ModelEntry> byId) {
    Set<String> vocabularies = new HashSet<>();
    for (String id : federation.specialists()) {
      ModelEntry model = byId.get(id);
      if (model == null) {
        throw new RegistryException(
            "manifest.json: federation " + federation.alias() + ": no model " + id);
      }
      vocabularies.add(model.vocabularyDigest());
    }
    if (vocabularies.size() > 1) {
      throw new RegistryException(
          "manifest.json: federation %s: its specialists have different vocabularies"
              .formatted(federation.alias()));
    }
  }
}
