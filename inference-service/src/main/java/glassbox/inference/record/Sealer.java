package glassbox.inference.record;

import glassbox.ledger.attribution.TopContributions;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.SaltSource;
import glassbox.ledger.block.TokenBlock;
import org.springframework.stereotype.Component;

/**
 * Seals blocks: their content gets a salt of its own, and is left out where it is not kept, so that
 * neither the spool nor audit ever sees it. Where more than {@link TopContributions#DEFAULT_LISTED}
 * specialists answered, each token lists those that contributed most, and the others as one.
 */
@Component
public class Sealer {
  private final SaltSource salts;

  Sealer(SaltSource salts) {
    this.salts = salts;
  }

  /** Seals a block with its content, or with the content's digest alone. */
  public SealedBlock seal(TokenBlock block, boolean keepContent) {
    TokenBlock salted =
        switch (block.content()) {
          case BlockContent.Kept kept -> block.withContent(kept.salted(salts.next()));
          case BlockContent.Withheld _ -> block;
        };
    TokenBlock listed = TopContributions.of(salted, TopContributions.DEFAULT_LISTED);
    return SealedBlock.of(keepContent ? listed : listed.withoutContent());
  }
}
