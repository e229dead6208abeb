package glassbox.esi.parameter;

/** What a run showed. */
public enum Symptom {
  /** The draft committed itself too early: its mean normalised entropy is low. */
  COLLAPSE,
  /** The draft is diffuse: chi is blind to it. */
  DIFFUSE,
  /** More windows loop than in earlier runs. */
  LOOPS,
  /** More claims are contradicted or lack evidence than in earlier runs. */
  CONTRADICTIONS,
  /** The critics' smoothed agreement is under its bar. */
  DISAGREEMENT
}
