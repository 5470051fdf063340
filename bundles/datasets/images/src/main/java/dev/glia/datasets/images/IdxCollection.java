package dev.glia.datasets.images;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set of four IDX files, as MNIST is one: where they lie, and how they get there.
 *
 * @param id of the component, and the name of its folder
 * @param mirrors addresses of the folder that holds the files, ending in a slash, the best first
 * @param splits {@code train} and {@code test}
 */
record IdxCollection(String id, int classes, List<URI> mirrors, Map<String, Split> splits) {
  /**
   * The files of a split.
   *
   * @param entries how many images the official file has
   */
  record Split(RemoteFile images, RemoteFile labels, int entries) {}

  /** The file names and sizes that MNIST set, and others took over. */
  static Map<String, Split> splits(
      String trainImages, String trainLabels, String testImages, String testLabels) {
    return Map.of(
        "train",
        new Split(
            new RemoteFile("train-images-idx3-ubyte.gz", trainImages),
            new RemoteFile("train-labels-idx1-ubyte.gz", trainLabels),
            60_000),
        "test",
        new Split(
            new RemoteFile("t10k-images-idx3-ubyte.gz", testImages),
            new RemoteFile("t10k-labels-idx1-ubyte.gz", testLabels),
            10_000));
  }

  /**
   * Opens a split: from the user's directory, else from the cache, else it's fetched into the
   * cache.
   */
  Dataset open(String name, DataPlace place) {
    Split split = split(name);
    return present(split, place)
        .map(files -> read(files.getFirst(), files.getLast(), split, place))
        .orElseGet(() -> fetch(split, name, place));
  }

  /** The files of a split: where they are, else where they'd be fetched to. */
  List<Path> files(String name, DataPlace place) {
    Split split = split(name);
    Path fetched = place.cache().resolve(id);
    return present(split, place)
        .orElseGet(
            () ->
                List.of(
                    fetched.resolve(split.images().name()),
                    fetched.resolve(split.labels().name())));
  }

  private Split split(String name) {
    Split split = splits.get(name);
    if (split == null) {
      throw Fault.input(id + " has no split '" + name + "'. It has train and test.");
    }
    return split;
  }

  /** Images and labels of the first folder that has both. */
  private Optional<List<Path>> present(Split split, DataPlace place) {
    for (Path folder : folders(place)) {
      Optional<Path> images = split.images().in(folder);
      Optional<Path> labels = split.labels().in(folder);
      if (images.isPresent() && labels.isPresent()) {
        return Optional.of(List.of(images.get(), labels.get()));
      }
    }
    return Optional.empty();
  }

  /** Where files may lie: the folder of its own first, since others use the same file names. */
  private List<Path> folders(DataPlace place) {
    List<Path> folders = new ArrayList<>();
    place
        .directory()
        .ifPresent(
            directory -> {
              folders.add(directory.resolve(id));
              folders.add(directory);
            });
    folders.add(place.cache().resolve(id));
    return folders;
  }

  private Dataset read(Path images, Path labels, Split split, DataPlace place) {
    Idx pictures = IdxReader.read(images, 3, place.progress());
    Idx classesOf = IdxReader.read(labels, 1, place.progress());
    String origin =
        pictures.entries()
            + " of "
            + split.entries()
            + " images, from "
            + images.toAbsolutePath().getParent();
    return new IdxImages(pictures, classesOf, classes, origin);
  }

  private Dataset fetch(Split split, String name, DataPlace place) {
    if (!place.mayFetch()) {
      throw new Fault(
          Fault.Kind.MISSING,
          id
              + ": the files of its "
              + name
              + " split ("
              + split.images().name()
              + ", "
              + split.labels().name()
              + ") are in none of "
              + folders(place)
              + ". Put them into the first of these, or allow fetching.");
    }
    place.directory().ifPresent(this::mustBeThere);
    Path folder = place.cache().resolve(id);
    Download download = new Download(mirrors, place.progress());
    return read(
        download.fetch(split.images(), folder),
        download.fetch(split.labels(), folder),
        split,
        place);
  }

  /** A mistyped directory shouldn't end in a download of what the user has. */
  private void mustBeThere(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw Fault.input(
          id
              + ": there's no data directory '"
              + directory
              + "'. Correct its path, or leave it out.");
    }
  }
}
