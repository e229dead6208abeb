package glassbox.audit.content;

import java.util.UUID;

/**
 * A part of a run's content in clear, on its way to be encrypted.
 *
 * @param runId the run
 * @param name which part
 * @param plain its bytes; not copied, must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record ContentPart(UUID runId, String name, byte[] plain) {

  /** The run's texts. */
  public static ContentPart text(UUID runId, byte[] text) {
    return new ContentPart(runId, RunContents.TEXT, text);
  }

  /** The content of the block with that hash. */
  public static ContentPart block(UUID runId, String hash, byte[] content) {
    return new ContentPart(runId, RunContents.blockPart(hash), content);
  }
}
