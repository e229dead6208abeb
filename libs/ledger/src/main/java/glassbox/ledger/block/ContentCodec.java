package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The content part of a block: salt, prompt ids, token ids and, from version 2 on, concepts; the
 * counts of ids stand in the numbers.
 */
final class ContentCodec {
  private ContentCodec() {}

  static byte[] encode(BlockContent.Kept content) {
    ByteSink sink = new ByteSink();
    sink.raw(HexFormat.of().parseHex(content.salt()));
    content.promptIds().forEach(sink::uvarint);
    content.tokenIds().forEach(sink::uvarint);
    for (List<Concept> concepts : content.concepts()) {
      sink.u8(concepts.size());
      for (Concept concept : concepts) {
        sink.uvarint(concept.specialist());
        sink.uvarint(concept.site());
        sink.uvarint(concept.atom());
        sink.u8(concept.bits() >>> 8);
        sink.u8(concept.bits());
      }
    }
    return sink.toByteArray();
  }

  static BlockContent.Kept decode(int version, byte[] part, int promptLength, int tokens) {
    ByteSource source = new ByteSource(part);
    String salt = HexFormat.of().formatHex(source.raw(Format.SALT_BYTES, "salt"));
    source.require((long) promptLength + tokens, "token ids");
    List<Integer> promptIds = ids(source, promptLength);
    List<Integer> tokenIds = ids(source, tokens);
    List<List<Concept>> concepts = List.of();
    if (version > Format.OLDEST && source.remaining() > 0) {
      concepts = concepts(source, tokens);
    }
    if (source.remaining() != 0) {
      throw new MalformedBlockException("bytes follow the content");
    }
    return new BlockContent.Kept(salt, promptIds, tokenIds, concepts);
  }

  private static List<Integer> ids(ByteSource source, int count) {
    List<Integer> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ids.add(source.u31("token id"));
    }
    return ids;
  }

  private static List<List<Concept>> concepts(ByteSource source, int tokens) {
    source.require(tokens, "concepts");
    List<List<Concept>> concepts = new ArrayList<>(tokens);
    for (int t = 0; t < tokens; t++) {
      List<Concept> of = new ArrayList<>();
      for (int left = source.u8("concepts"); left > 0; left--) {
        of.add(concept(source));
      }
      concepts.add(of);
    }
    return concepts;
  }

  private static Concept concept(ByteSource source) {
    int specialist = source.u31("specialist of a concept");
    int site = source.u31("site of a concept");
    int atom = source.u31("atom of a concept");
    int high = source.u8("activation");
    short bits = (short) (high << 8 | source.u8("activation"));
    return new Concept(specialist, site, atom, Float.float16ToFloat(bits));
  }
}
