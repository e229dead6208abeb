package glassbox.engine.registry;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import java.util.Optional;

/**
 * A model whose files are those that were signed.
 *
 * @param digest the model's identity; an adapter's covers its base
 * @param model the model itself, or the one the adapter sits on
 * @param adapter present exactly for adapters
 */
public record RegisteredModel(
    ModelEntry entry, String digest, ModelDirectory model, Optional<AdapterDirectory> adapter) {

  public String id() {
    return entry.id();
  }
}
