package glassbox.ledger.block;

import java.util.HexFormat;

/**
 * A block's two parts as bytes.
 *
 * @param version of the format
 * @param numbers the encoded numbers
 * @param kept whether {@code content} is the content itself, not its digest
 * @param content the encoded content, or the 32 bytes of its digest
 */
@SuppressWarnings("ArrayRecordComponent") // taken apart and hashed, never compared
record Container(int version, byte[] numbers, boolean kept, byte[] content) {

  static Container read(byte[] bytes) {
    if (bytes.length > BlockCodec.MAX_BYTES) {
      throw new MalformedBlockException("the block is larger than " + BlockCodec.MAX_BYTES);
    }
    ByteSource source = new ByteSource(bytes);
    source.expect(Format.MAGIC, "magic");
    int version = source.u8("version");
    if (version < Format.OLDEST || version > Format.VERSION) {
      throw new MalformedBlockException(
          "version is not " + Format.OLDEST + " to " + Format.VERSION);
    }
    int flag = source.u8("content flag");
    if (flag > Format.CONTENT_KEPT) {
      throw new MalformedBlockException("unknown content flag");
    }
    byte[] numbers = source.raw(source.u31("length of the numbers"), "numbers");
    boolean kept = flag == Format.CONTENT_KEPT;
    if (!kept && source.remaining() > Format.DIGEST_BYTES) {
      throw new MalformedBlockException("bytes follow the digest of the content");
    }
    int length = kept ? source.remaining() : Format.DIGEST_BYTES;
    return new Container(version, numbers, kept, source.raw(length, "content"));
  }

  byte[] write() {
    ByteSink sink = new ByteSink();
    sink.raw(Format.MAGIC);
    sink.u8(version);
    sink.u8(kept ? Format.CONTENT_KEPT : Format.CONTENT_WITHHELD);
    sink.uvarint(numbers.length);
    sink.raw(numbers);
    sink.raw(content);
    byte[] bytes = sink.toByteArray();
    if (bytes.length > BlockCodec.MAX_BYTES) {
      throw new IllegalArgumentException("the block is larger than " + BlockCodec.MAX_BYTES);
    }
    return bytes;
  }

  String contentDigest() {
    return kept ? BlockHash.contentDigest(content) : HexFormat.of().formatHex(content);
  }

  Container withoutContent() {
    return new Container(version, numbers, false, HexFormat.of().parseHex(contentDigest()));
  }
}
