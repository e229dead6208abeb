package glassbox.esi.heat;

/**
 * Cool, warm, cool.
 *
 * @param outline what is given, and the plan
 * @param draft the work
 * @param verify checks, trace, answer, and every repair
 */
public record HeatSchedule(Heat outline, Heat draft, Heat verify) {

  /** One heat throughout: the flat baseline, and the conservative fallback. */
  public static HeatSchedule flat(Heat heat) {
    return new HeatSchedule(heat, heat, heat);
  }

  /** The same with another draft. */
  public HeatSchedule withDraft(double temperature) {
    return new HeatSchedule(outline, draft.withTemperature(temperature), verify);
  }

  /** The same with another verification. */
  public HeatSchedule withVerify(double temperature) {
    return new HeatSchedule(outline, draft, verify.withTemperature(temperature));
  }

  /** The same with another nucleus of the outline. */
  public HeatSchedule withOutlineTopP(double topP) {
    return new HeatSchedule(new Heat(outline.temperature(), topP), draft, verify);
  }
}
