//! Which CSV files a folder has.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use flate2::read::MultiGzDecoder;

use crate::error::Error;

const ENDINGS: [&str; 2] = [".csv", ".csv.gz"];
const BUFFER_BYTES: usize = 256 << 10;

/// A CSV file, whose name without `.csv` or `.csv.gz` says what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceFile {
    pub name: String,
    pub path: PathBuf,
}

impl SourceFile {
    pub(crate) fn open(&self) -> io::Result<BufReader<Box<dyn Read + Send>>> {
        let file = BufReader::with_capacity(BUFFER_BYTES, File::open(&self.path)?);
        let is_compressed = self.path.extension().is_some_and(|ending| ending == "gz");
        let bytes: Box<dyn Read + Send> =
            if is_compressed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
        Ok(BufReader::with_capacity(BUFFER_BYTES, bytes))
    }
}

/// The files of a folder by stem; hidden files and folders inside it do not count.
#[derive(Debug)]
pub(crate) struct Folder {
    pub files: BTreeMap<String, SourceFile>,
    /// Names that are not CSV files.
    pub others: Vec<String>,
    /// Stems that exist both plain and compressed.
    pub doubled: Vec<String>,
}

impl Folder {
    pub(crate) fn list(path: &Path) -> Result<Self, Error> {
        let unreadable = |source| Error::Read { path: path.to_owned(), source };
        let mut folder = Self { files: BTreeMap::new(), others: Vec::new(), doubled: Vec::new() };
        for entry in fs::read_dir(path).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_file() && !name.starts_with('.') {
                folder.add(name, entry.path());
            }
        }
        folder.others.sort();
        folder.doubled.sort();
        Ok(folder)
    }

    fn add(&mut self, name: String, path: PathBuf) {
        let Some(stem) = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).map(str::to_owned)
        else {
            self.others.push(name);
            return;
        };
        if self.files.insert(stem.clone(), SourceFile { name, path }).is_some() {
            self.doubled.push(stem);
        }
    }
}
