namespace PyperCache.Storage;

/// <summary>The texts of this folder's exceptions, together so that they can be read together.</summary>
internal static class StorageMessages
{
    public static string UnknownExtension(string path, string extension, IEnumerable<string> known) =>
        $"No store is known for '{path}' (extension '{extension}'). Known are {string.Join(", ", known.Order(StringComparer.Ordinal))}; "
        + "RecordStores.Register adds others.";

    public static string BadExtension(string extension) => $"'{extension}' is no file extension; write it with its dot, like \".lmdb\".";

    public static string CannotOpen(string path, string why) => $"Cannot open the cache file '{path}': {why}";

    public static string CannotCreate(string path, string why) => $"Cannot create the cache file '{path}': {why}";

    public static string DirectoryInTheWay(string path) => $"'{path}' is a directory; a cache needs a file.";

    public static string Failed(string path, string what, string why) => $"Could not {what} '{path}': {why}";

    public static string StillBusy(string path, TimeSpan waited) =>
        $"Another process has been writing to '{path}' for {waited.TotalSeconds:0.#} s; gave up waiting. Nothing was changed.";

    public static string HeldExclusively(string path) =>
        $"The cache file '{path}' is held by another process or cache that opened it exclusively.";

    public static string DiskFull(string path) => $"The disk is full; nothing was written to '{path}'.";

    public static string ReadOnly(string path) => $"The cache file '{path}' or its folder is read-only; nothing was written.";

    public static string NotWellFormedKey => "The key contains half of a surrogate pair; that is no text, and no file can keep it.";

    public static string FileShrank => "the file is shorter than it was; something else has written to it.";

    public static string HeldElsewhere(string path, string journal) =>
        $"The cache '{path}' is open in another process, or by another cache of this one: '{journal}' is held. "
        + "Caches of this kind are opened by one at a time; .db caches are shared.";

    public static string UnknownJournal(string journal) =>
        $"The journal '{journal}' holds changes that this version does not know. A later version has written it.";

    public static string BadEscape => "a string holds a malformed escape";

    public static string NoData => "it is not of the form {\"cast\", \"expiry\", \"timestamp\", \"data\"}";

    public static string NotAJsonCache => "it is not one JSON object of records";

    public static string DamagedAt(long offset) => $"it is cut off, or damaged near byte {offset}";

    public static string NoUtf8 => "a text is no UTF-8";

    public static string NotAPickleCache => "it is no pickled dictionary of records";

    public static string TooDeep => "it is nested more than 64 levels deep";

    public static string TooLarge => "it stands for far more data than it holds";

    public static string NotJsonValue(string what) => $"it holds {what}, which JSON cannot hold";

    public static string DangerousPickle(string opcode, long offset) =>
        $"the pickle was refused: it names a class or calls something (opcode {opcode} at byte {offset}), and only plain data is read.";

    public static string BadChunkName(string path, string name) =>
        $"The manifest '{path}' was refused: it names '{name}', which is no chunk in its folder.";

    public static string NotAManifest => "it is no JSON object with a map of chunks";

    public static string FileTooLarge => "the file system, or a quota, allows no longer file.";

    public static string CutOff => "its last page is not whole: it was cut off";
}
