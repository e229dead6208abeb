package glassbox.esi.judging;

/** Asks the critics. */
public interface CriticPanel {

  /**
   * What they say. A critic that cannot judge is a ballot with {@code Unavailable}; a panel that
   * cannot be asked at all throws.
   *
   * @throws PanelException when nobody could be asked
   */
  Report judge(Inquiry inquiry);
}
