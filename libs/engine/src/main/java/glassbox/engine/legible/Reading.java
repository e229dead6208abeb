package glassbox.engine.legible;

/**
 * What a model does with some inputs.
 *
 * @param classes C
 * @param atoms m
 * @param full logits {@code [B, C]} of the deployed model
 * @param legible logits {@code [B, C]} of the legible twin
 * @param swapped logits {@code [B, C]} with leaks swapped
 * @param code {@code [R, m]}
 * @param leakEnergy share of the activations' energy that the code leaves out
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reading(
    int classes,
    int atoms,
    float[] full,
    float[] legible,
    float[] swapped,
    float[] code,
    double leakEnergy) {

  /** The certificate of these inputs. */
  public Certificate certificate() {
    return Certificate.of(full, legible, classes);
  }

  /** Mean total variation that swapping the leaks makes. */
  public double leakSwap() {
    return Certificate.of(full, swapped, classes).mean();
  }
}
