package glassbox.contracts.generation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a pass gets a legibility certificate, which costs one more forward over it. */
public enum CertificateMode {
  /** Never. */
  @JsonProperty("none")
  NONE,
  /** While certificates stay within their share of decode time. */
  @JsonProperty("sampled")
  SAMPLED,
  /** Always. */
  @JsonProperty("full")
  FULL
}
