package glassbox.audit.block;

import java.util.Optional;

/** A block that came in, taken apart: what is kept for ever, and the content if it came along. */
record IncomingBlock(StoredBlock stored, Optional<byte[]> content) {
  int size() {
    return stored.bytes().length + content.map(bytes -> bytes.length).orElse(0);
  }
}
