package org.citykit.runtime.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.PortalFiles;
import org.jspecify.annotations.Nullable;

/** Files below the portal's folder and below the folders that the webmaster names. Thread-safe. */
final class FolderFiles implements PortalFiles {
    private static final int LISTED = 10_000;

    private final Path home;
    private final Map<String, Path> folders;
    private final long limit;

    /**
     * @param home the portal's folder
     * @param folders further folders, by the first name of a path
     * @param limit the largest file, in octets, unpacked
     */
    FolderFiles(Path home, Map<String, Path> folders, long limit) {
        this.home = home;
        this.folders = Map.copyOf(folders);
        this.limit = limit;
    }

    @Override
    public Fetched read(String path, Cursor since) {
        Path file = resolve(path);
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            if (!facts.isRegularFile()) {
                throw unreadable(path, "is not a file", null);
            }
            Cursor now =
                    Cursor.of(facts.size() + "/" + facts.lastModifiedTime() + "/" + Objects.toString(facts.fileKey()));
            if (now.equals(since)) {
                return Fetched.unchanged(now);
            }
            return Fetched.of(content(path, file, facts.size()), mediaType(path), now);
        } catch (IOException failed) {
            throw unreadable(path, "cannot be read", failed);
        }
    }

    @Override
    public List<String> list(String folder, String extension) {
        Path directory = resolve(folder);
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean wanted = !name.startsWith(".") && (extension.isEmpty() || name.endsWith("." + extension));
                if (wanted && Files.isRegularFile(entry)) {
                    found.add(folder.isEmpty() ? name : folder + "/" + name);
                    if (found.size() > LISTED) {
                        throw new CityKitException(
                                ApiError.LIMIT_EXCEEDED,
                                "The folder '" + folder + "' holds more than " + LISTED
                                        + " files. Use several folders.");
                    }
                }
            }
        } catch (IOException failed) {
            throw unreadable(folder, "cannot be listed", failed);
        }
        return found.stream().sorted().toList();
    }

    private Path resolve(String path) {
        try {
            Path relative = Path.of(path);
            Path named = path.isEmpty() ? null : folders.get(relative.getName(0).toString());
            Path root = (named == null ? home : named).toRealPath();
            Path inside = named == null ? relative : relative.getName(0).relativize(relative);
            if (relative.isAbsolute() || !root.resolve(inside).normalize().startsWith(root)) {
                throw outside(path);
            }
            Path real = root.resolve(inside).toRealPath();
            if (!real.startsWith(root)) {
                throw outside(path);
            }
            return real;
        } catch (InvalidPathException | IOException missing) {
            throw unreadable(path, "is not there", missing);
        }
    }

    private byte[] content(String path, Path file, long size) throws IOException {
        if (size > limit) {
            throw tooLarge(path, size + " bytes");
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = path.endsWith(".gz") ? new GZIPInputStream(raw, 65_536) : raw) {
            byte[] bytes = in.readNBytes((int) limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(path, "more");
            }
            return bytes;
        }
    }

    private CityKitException tooLarge(String path, String found) {
        return new CityKitException(
                ApiError.LIMIT_EXCEEDED,
                "The file '" + path + "' may hold " + limit + " bytes, but holds " + found
                        + ". Split it, or let the host raise the limit.");
    }

    private static CityKitException unreadable(String path, String why, @Nullable Exception cause) {
        String message = "The file '" + path + "' " + why
                + ". Check its name and its rights; paths begin in the folder of" + " portal.yaml.";
        return cause == null
                ? new CityKitException(ApiError.FILE_UNREADABLE, message)
                : new CityKitException(ApiError.FILE_UNREADABLE, message, cause);
    }

    private static CityKitException outside(String path) {
        return new CityKitException(
                ApiError.FILE_UNREADABLE,
                "The file '" + path + "' lies outside the portal's folder. Move it inside, or name its folder under"
                        + " 'folders:' in portal.yaml.");
    }

    private static String mediaType(String path) {
        String name = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv";
            case "tsv" -> "text/tab-separated-values";
            case "json" -> "application/json";
            case "yaml", "yml" -> "application/yaml";
            case "ics" -> "text/calendar";
            case "xml" -> "application/xml";
            default -> "";
        };
    }
}
