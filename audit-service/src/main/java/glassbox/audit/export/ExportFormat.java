package glassbox.audit.export;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.TimeUnit;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import tools.jackson.databind.json.JsonMapper;

/** How rows become bytes. Columns have the names of the JSON members. */
enum ExportFormat {
  /** A JSON object a row, each ended by a newline. */
  JSONL("application/jsonl", "jsonl") {
    @Override
    <T> void write(Class<T> type, OutputStream out, JsonMapper mapper, Rows<T> rows)
        throws IOException {
      rows.into(
          row -> {
            out.write(mapper.writeValueAsBytes(row));
            out.write('\n');
          });
      out.flush();
    }
  },
  /** Apache Parquet, row groups of a few MiB, compressed. */
  PARQUET("application/vnd.apache.parquet", "parquet") {
    @Override
    <T> void write(Class<T> type, OutputStream out, JsonMapper mapper, Rows<T> rows)
        throws IOException {
      try (CarpetWriter<T> writer =
          new CarpetWriter.Builder<>(out, type)
              .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
              .withDefaultTimeUnit(TimeUnit.MICROS)
              .withCompressionCodec(CompressionCodecName.ZSTD)
              .withRowGroupSize(ROW_GROUP_BYTES)
              .withPageSize(PAGE_BYTES)
              .build()) {
        rows.into(writer::write);
      }
    }
  };

  private static final long ROW_GROUP_BYTES = 8 << 20;
  private static final int PAGE_BYTES = 256 << 10;

  private final String mediaType;
  private final String extension;

  ExportFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** Makes rows one after another. */
  interface Rows<T> {
    void into(ExportRows.Sink<T> sink) throws IOException;
  }

  String mediaType() {
    return mediaType;
  }

  String extension() {
    return extension;
  }

  /** Writes all rows; holds no more of them than a row group. */
  abstract <T> void write(Class<T> type, OutputStream out, JsonMapper mapper, Rows<T> rows)
      throws IOException;
}
