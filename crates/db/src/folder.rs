use std::{
    fs::{File, TryLockError},
    path::Path,
};

use crate::OpenError;

/// Says that a folder belongs to this process, until it is dropped or the process ends.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Makes the folder when it is not there, and takes it.
    ///
    /// # Errors
    /// [`OpenError::FolderInUse`] when another process has it.
    pub fn take(folder: &Path) -> Result<Self, OpenError> {
        let name = folder.display().to_string();
        let failed = |error| OpenError::Folder(name.clone(), error);
        std::fs::create_dir_all(folder).map_err(failed)?;
        let file = File::create(folder.join("lock")).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::FolderInUse(name)),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}
