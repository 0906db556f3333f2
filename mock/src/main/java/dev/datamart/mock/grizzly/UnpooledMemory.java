package dev.datamart.mock.grizzly;

import org.glassfish.grizzly.memory.HeapMemoryManager;
import org.glassfish.grizzly.memory.ThreadLocalPool;
import org.jspecify.annotations.Nullable;

/**
 * Buffers that are left to the garbage collector. Grizzly's pool gives the memory of a body back
 * together with what follows it on the wire, so that an answer overwrites the next request where
 * requests are pipelined.
 */
final class UnpooledMemory extends HeapMemoryManager {

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable ThreadLocalPool createThreadLocalPool() {
    return null;
  }
}
