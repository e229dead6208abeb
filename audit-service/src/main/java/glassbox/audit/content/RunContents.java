package glassbox.audit.content;

import glassbox.contracts.run.ContentState;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is of a run's content, as of one moment. Parts are opened when they are asked for. */
public final class RunContents {
  static final String TEXT = "text";

  private final UUID runId;
  private final boolean erased;
  private final @Nullable DataKey key;
  private final Map<String, byte[]> parts;

  RunContents(UUID runId, boolean erased, @Nullable DataKey key, Map<String, byte[]> parts) {
    this.runId = runId;
    this.erased = erased;
    this.key = key;
    this.parts = parts;
  }

  static String blockPart(String hash) {
    return "block:" + hash;
  }

  /** Whether the run's texts are there. */
  public ContentState state() {
    if (erased) {
      return ContentState.ERASED;
    }
    return parts.containsKey(TEXT) ? ContentState.KEPT : ContentState.NOT_KEPT;
  }

  /**
   * The run's text; empty unless kept.
   *
   * @throws ContentDamagedException if it, or its key, is not what was stored
   */
  public Optional<byte[]> text() {
    return part(TEXT);
  }

  /**
   * A block's content; empty unless kept.
   *
   * @throws ContentDamagedException if it, or its key, is not what was stored
   */
  public Optional<byte[]> block(String hash) {
    return part(blockPart(hash));
  }

  private Optional<byte[]> part(String name) {
    byte @Nullable [] sealed = parts.get(name);
    if (sealed == null || erased) {
      return Optional.empty();
    }
    if (key == null) {
      throw new ContentDamagedException(runId, "its key is gone");
    }
    return Optional.of(key.open(name, sealed));
  }
}
