package org.citykit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs transactions: one writer at a time, and a few readers beside it. Thread-safe. An interrupt does not cut a
 * transaction short.
 */
final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final Engine engine;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final Semaphore reading = new Semaphore(READERS);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Database(Engine engine) {
        this.engine = engine;
        try {
            writer = engine.writer();
        } catch (SQLException failed) {
            throw engine.explain("opening it", failed);
        }
    }

    Engine engine() {
        return engine;
    }

    /** Runs a transaction that changes data; it is on disk when this returns, and undone if anything is thrown. */
    <T> T write(String doing, Work<T> work) {
        writing.lock();
        try {
            refuseIfClosed(doing);
            return whole(writer, work);
        } catch (SQLException failed) {
            throw engine.explain(doing, failed);
        } finally {
            writing.unlock();
        }
    }

    /** Runs a transaction that sees one unchanging state. */
    <T> T read(String doing, Work<T> work) {
        reading.acquireUninterruptibly();
        Connection connection = null;
        try {
            refuseIfClosed(doing);
            connection = idle.poll();
            if (connection == null) {
                connection = engine.reader();
            }
            return whole(connection, work);
        } catch (SQLException failed) {
            throw engine.explain(doing, failed);
        } finally {
            giveBack(connection);
            reading.release();
        }
    }

    /** Waits for running transactions, then closes everything. Idempotent. */
    @Override
    public void close() {
        writing.lock();
        reading.acquireUninterruptibly(READERS);
        try {
            if (closed) {
                return;
            }
            closed = true;
            closeConnections();
        } finally {
            reading.release(READERS);
            writing.unlock();
        }
    }

    private void closeConnections() {
        try (engine;
                writer) {
            for (Connection reader = idle.poll(); reader != null; reader = idle.poll()) {
                reader.close();
            }
        } catch (SQLException failed) {
            throw engine.explain("closing it", failed);
        }
    }

    private void giveBack(@Nullable Connection connection) {
        if (connection != null) {
            idle.push(connection);
        }
    }

    private void refuseIfClosed(String doing) {
        if (closed) {
            throw new StoreException(
                    StoreError.CLOSED, "The store was closed before " + doing + ". Stop using it, or open it again.");
        }
    }

    private static <T> T whole(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            undo(connection, failed);
            throw failed;
        }
    }

    private static void undo(Connection connection, Throwable failed) {
        try {
            connection.rollback();
        } catch (SQLException again) {
            failed.addSuppressed(again);
        }
    }
}
