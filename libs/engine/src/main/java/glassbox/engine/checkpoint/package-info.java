/**
 * Reads Hugging Face model and PEFT adapter directories: config.json, safetensors,
 * adapter_config.json, and the legible bottlenecks beside them.
 *
 * <p>Everything is checked before it is believed; what is not understood is refused by naming the
 * file, the field and the value. Weights come out as f32, row-major, under logical names, so no
 * reader of this package knows how a checkpoint spelled or transposed them.
 */
@NullMarked
package glassbox.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
