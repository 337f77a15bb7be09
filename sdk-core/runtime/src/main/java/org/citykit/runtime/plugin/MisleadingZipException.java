package org.citykit.runtime.plugin;

import java.util.zip.ZipException;

/** Says that a zip file is built so that two programs may read different things from it, or more than it holds. */
final class MisleadingZipException extends ZipException {
    private static final long serialVersionUID = 1L;

    MisleadingZipException(String reason) {
        super(reason);
    }
}
