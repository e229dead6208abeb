package glassbox.ledger.block;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a pass read and wrote, as token ids: the part of a block that can be destroyed while the
 * block's hash and its numbers stay valid.
 */
public sealed interface BlockContent permits BlockContent.Kept, BlockContent.Withheld {
  /** How many token ids the specialists were given. */
  int promptLength();

  /** Lower-case hex SHA-256 that the block's hash is made from; see docs/formats/block-v2.md. */
  String digest();

  /** Content that nobody salted yet; whoever seals a block salts it. */
  static Kept unsalted(List<Integer> promptIds, List<Integer> tokenIds) {
    return new Kept("00".repeat(Format.SALT_BYTES), promptIds, tokenIds);
  }

  /**
   * The ids themselves.
   *
   * @param salt 32 random bytes, lower-case hex: without it a guess cannot be compared with the
   *     digest
   * @param promptIds token ids the specialists were given
   * @param tokenIds token ids of the answer
   * @param concepts active concepts, up to {@link Concept#MOST} a token; empty where no token has
   *     any
   */
  record Kept(
      String salt, List<Integer> promptIds, List<Integer> tokenIds, List<List<Concept>> concepts)
      implements BlockContent {
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");

    public Kept {
      promptIds = List.copyOf(promptIds);
      tokenIds = List.copyOf(tokenIds);
      if (!SALT.matcher(salt).matches()) {
        throw new IllegalArgumentException("salt must be 64 lower-case hexadecimal digits");
      }
      requireIds("prompt ids", promptIds);
      requireIds("token ids", tokenIds);
      concepts = checked(concepts, tokenIds.size());
    }

    /** Content without concepts. */
    public Kept(String salt, List<Integer> promptIds, List<Integer> tokenIds) {
      this(salt, promptIds, tokenIds, List.of());
    }

    private static List<List<Concept>> checked(List<List<Concept>> concepts, int tokens) {
      List<List<Concept>> copy = concepts.stream().map(List::copyOf).toList();
      if (copy.stream().allMatch(List::isEmpty)) {
        return List.of();
      }
      if (copy.size() != tokens) {
        throw new IllegalArgumentException(
            "concepts of " + copy.size() + " tokens for " + tokens + " tokens");
      }
      if (copy.stream().anyMatch(of -> of.size() > Concept.MOST)) {
        throw new IllegalArgumentException("a token has more than " + Concept.MOST + " concepts");
      }
      return copy;
    }

    private static void requireIds(String what, List<Integer> ids) {
      for (int id : ids) {
        if (id < 0) {
          throw new IllegalArgumentException(what + " must not be negative");
        }
      }
    }

    /** The same ids under another salt. */
    public Kept salted(String other) {
      return new Kept(other, promptIds, tokenIds, concepts);
    }

    /** The same ids with other concepts, a list a token. */
    public Kept withConcepts(List<List<Concept>> other) {
      return new Kept(salt, promptIds, tokenIds, other);
    }

    /** Concepts of a token, the most active first; empty where none are recorded. */
    public List<Concept> conceptsAt(int token) {
      return concepts.isEmpty() ? List.of() : concepts.get(token);
    }

    /** As it is stored. */
    Kept stored() {
      return withConcepts(
          concepts.stream().map(of -> of.stream().map(Concept::stored).toList()).toList());
    }

    @Override
    public int promptLength() {
      return promptIds.size();
    }

    @Override
    public String digest() {
      return BlockHash.contentDigest(ContentCodec.encode(this));
    }
  }

  /** Content that was never kept or is destroyed: what is left of it. */
  record Withheld(String digest, int promptLength) implements BlockContent {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Withheld {
      if (!DIGEST.matcher(digest).matches()) {
        throw new IllegalArgumentException("digest must be 64 lower-case hexadecimal digits");
      }
      if (promptLength < 0) {
        throw new IllegalArgumentException("promptLength must not be negative");
      }
    }
  }
}
