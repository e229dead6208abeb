package glassbox.inference.certificate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Certificates of answers.
 *
 * @param share most of the decode time of sampled answers that their certificates may take, in [0,
 *     1]; 0 certifies none of them
 * @param bar 95th percentile of an answer's deltas above which its named explanation is not to be
 *     trusted, in [0, 1]; null for the calibrated 99th percentile of the federation's worst member
 */
@ConfigurationProperties("glassbox.inference.certificate")
public record CertificateSettings(@DefaultValue("0.03") double share, @Nullable Double bar) {

  public CertificateSettings {
    requireShare("share", share);
    if (bar != null) {
      requireShare("bar", bar);
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "glassbox.inference.certificate." + name + " must be from 0 to 1");
    }
  }
}
