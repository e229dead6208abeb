package glassbox.audit.run;

import glassbox.contracts.generation.SpecialistShare;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.SpecialistRef;
import java.util.ArrayList;
import java.util.List;

/** The specialists' parts in an answer, as stored with its run. */
record Shares(List<SpecialistShare> shares) {
  Shares {
    shares = List.copyOf(shares);
  }

  static Shares of(Reconciliation answer) {
    List<SpecialistRef> specialists = answer.block().specialists();
    List<SpecialistShare> shares = new ArrayList<>();
    for (int k = 0; k < specialists.size(); k++) {
      shares.add(
          new SpecialistShare(
              specialists.get(k).id(),
              answer.meanShare(k),
              answer.leads(k),
              answer.timesOverruled(k)));
    }
    return new Shares(shares);
  }
}
