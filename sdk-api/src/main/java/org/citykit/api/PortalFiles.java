package org.citykit.api;

import java.util.List;

/**
 * Files below the portal's folder (the one that holds {@code portal.yaml}) and below the folders that the webmaster
 * names in it. Read-only, thread-safe; calls block.
 *
 * <p>A path is relative to the portal's folder, with {@code /} between names; {@code ..}, absolute paths and links that
 * lead outside are refused, except below a folder that {@code portal.yaml} names under {@code folders:}.
 *
 * @since 1.0
 */
public interface PortalFiles {
    /**
     * Reads a file unless it is unchanged. A name ending in {@code .gz} is unpacked on the way.
     *
     * @param path the file
     * @param since what {@link Fetched#cursor} gave the last time, or {@link Cursor#start()}
     * @throws CityKitException with {@link ApiError#FILE_UNREADABLE} or {@link ApiError#LIMIT_EXCEEDED}
     */
    Fetched read(String path, Cursor since);

    /**
     * Lists the files of a folder by name, sorted, without sub-folders and hidden files.
     *
     * @param folder the folder
     * @param extension what the names end in, without the dot; or empty for all
     * @return paths as {@link #read} takes them, at most 10,000
     * @throws CityKitException with {@link ApiError#FILE_UNREADABLE} or {@link ApiError#LIMIT_EXCEEDED}
     */
    List<String> list(String folder, String extension);
}
