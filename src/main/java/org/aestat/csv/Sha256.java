package org.aestat.csv;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256, computed by one thread for all while others read. Of a small export it takes a fifth of the time that reading
 * does, and Java takes a while to find who provides it.
 */
final class Sha256 {

    /** Does everything in the order in which it is asked. */
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "aestat-sha256");
        thread.setDaemon(true);
        return thread;
    });

    /** Only that thread uses it. */
    private @Nullable MessageDigest digest;

    Sha256() {
        THREAD.execute(this::digest);
    }

    /**
     * Adds bytes, which must stay as they are until that is done.
     *
     * @param bytes holds them
     * @param offset where they start
     * @param length how many there are
     * @return gives the bytes back when they are added
     */
    Future<byte[]> add(byte[] bytes, int offset, int length) {
        return THREAD.submit(() -> digest().update(bytes, offset, length), bytes);
    }

    /** The digest of all bytes in hexadecimal, once. */
    Future<String> hex() {
        return THREAD.submit(() -> HexFormat.of().formatHex(digest().digest()));
    }

    /** Waits for something that was asked for. */
    static <T> T await(Future<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the checksum failed", e.getCause());
        }
    }

    private MessageDigest digest() {
        if (digest == null) {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256.", e);
            }
        }
        return digest;
    }
}
