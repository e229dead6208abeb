package glassbox.engine.federation;

import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import java.util.List;

/**
 * A block as this federation can run it again.
 *
 * @param lineup the block's specialists, in its order
 * @param content its token ids, all within the window and the vocabulary
 */
record Recorded(Lineup lineup, BlockContent.Kept content) {

  /**
   * Finds the block's specialists among the federation's.
   *
   * @throws FederationException.Unfit when one is missing, or the token ids are not there
   */
  static Recorded of(FederationSpec spec, int window, TokenBlock block) {
    Lineup lineup =
        Lineup.of(block.specialists().stream().map(ref -> member(spec, ref.id())).toList());
    if (!(block.content() instanceof BlockContent.Kept content)) {
      throw new FederationException.Unfit("the block's token ids were destroyed or never kept");
    }
    if (content.promptIds().isEmpty()
        || content.promptIds().size() + content.tokenIds().size() > window) {
      throw new FederationException.Unfit("the block's tokens do not fit this federation's window");
    }
    requireVocabulary(content, spec.members().getFirst().model().vocabularySize());
    return new Recorded(lineup, content);
  }

  /**
   * Refuses a block that other weights made.
   *
   * @throws FederationException.Unfit when a specialist's digest is another now
   */
  void requireDigests(List<SpecialistRef> specialists) {
    for (int i = 0; i < specialists.size(); i++) {
      Member member = lineup.members().get(i);
      if (!member.digest().equals(specialists.get(i).digest())) {
        throw new FederationException.Unfit("the block is of another " + member.id());
      }
    }
  }

  int[] promptIds() {
    return content.promptIds().stream().mapToInt(Integer::intValue).toArray();
  }

  int[] tokenIds() {
    return content.tokenIds().stream().mapToInt(Integer::intValue).toArray();
  }

  private static Member member(FederationSpec spec, String id) {
    return spec.members().stream()
        .filter(member -> member.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new FederationException.Unfit("no specialist is called " + id));
  }

  private static void requireVocabulary(BlockContent.Kept content, int size) {
    if (content.promptIds().stream().anyMatch(id -> id >= size)
        || content.tokenIds().stream().anyMatch(id -> id >= size)) {
      throw new FederationException.Unfit("the block has tokens outside the vocabulary");
    }
  }
}
