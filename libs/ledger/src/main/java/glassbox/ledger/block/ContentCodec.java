package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The content part of a block: salt, prompt ids, token ids; the counts stand in the numbers. */
final class ContentCodec {
  private ContentCodec() {}

  static byte[] encode(BlockContent.Kept content) {
    ByteSink sink = new ByteSink();
    sink.raw(HexFormat.of().parseHex(content.salt()));
    content.promptIds().forEach(sink::uvarint);
    content.tokenIds().forEach(sink::uvarint);
    return sink.toByteArray();
  }

  static BlockContent.Kept decode(byte[] part, int promptLength, int tokens) {
    ByteSource source = new ByteSource(part);
    String salt = HexFormat.of().formatHex(source.raw(Format.SALT_BYTES, "salt"));
    source.require((long) promptLength + tokens, "token ids");
    List<Integer> promptIds = ids(source, promptLength);
    List<Integer> tokenIds = ids(source, tokens);
    if (source.remaining() != 0) {
      throw new MalformedBlockException("bytes follow the content");
    }
    return new BlockContent.Kept(salt, promptIds, tokenIds);
  }

  private static List<Integer> ids(ByteSource source, int count) {
    List<Integer> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ids.add(source.u31("token id"));
    }
    return ids;
  }
}
