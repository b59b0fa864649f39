import { driveAbout, fileCommenters } from './drive-about.ts';
import { driveAppMethods } from './drive-app.ts';
import { fileMethods } from './drive-file.ts';
import { folderMethods } from './drive-folder.ts';
import { driveIteratorMethods, driveUserMethods, type FileObject, type FolderObject } from './drive-objects.ts';
import { type ServiceClass, serviceClass } from './service-class.ts';

/** The classes of `DriveApp`. */
export const DRIVE_CLASSES: Readonly<Record<string, ServiceClass>> = {
  DriveApp: { ...serviceClass('DriveApp', [driveAppMethods], { Access: 'Access', Permission: 'Permission' }), shown: 'Drive' },
  File: serviceClass<FileObject>('DriveApp.File', [driveAbout, fileMethods, fileCommenters]),
  Folder: serviceClass<FolderObject>('DriveApp.Folder', [driveAbout, folderMethods]),
  FileIterator: serviceClass('DriveApp.FileIterator', [driveIteratorMethods]),
  FolderIterator: serviceClass('DriveApp.FolderIterator', [driveIteratorMethods]),
  DriveUser: serviceClass('DriveApp.User', [driveUserMethods]),
};
