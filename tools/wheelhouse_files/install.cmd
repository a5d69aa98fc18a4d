@echo off
rem Installs redact for this user from this folder alone: no network, no administrator's rights.
rem Start it with a double click. It may be started again: it replaces what it installed before.
setlocal EnableExtensions DisableDelayedExpansion
rem For a silent installation: install.cmd /quiet
set "WAIT=pause"
if /i "%~1"=="/quiet" set "WAIT=rem"
set "HERE=%~dp0"
set "TARGET=%LOCALAPPDATA%\redact"

rem A Python of the right version for 64-bit Windows: by its launcher, else the one on the path.
set "FITS=import sys, sysconfig; sys.exit(sysconfig.get_platform() != 'win-amd64' or '.'.join(map(str, sys.version_info[:2])) not in '@PYTHONS@'.split())"
set "PYTHON="
for %%V in (@PYTHONS@) do if not defined PYTHON py -%%V -c "%FITS%" >nul 2>nul && set "PYTHON=py -%%V"
if not defined PYTHON python -c "%FITS%" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto no_python

echo Installing into "%TARGET%" ...
%PYTHON% -m venv --clear "%TARGET%\program" || goto failed
"%TARGET%\program\Scripts\python.exe" -m pip --isolated --disable-pip-version-check --quiet install --no-index --find-links "%HERE%wheels" --require-hashes --requirement "%HERE%requirements.txt" || goto failed
"%TARGET%\program\Scripts\redact.exe" version || goto failed

rem The shortcut starts the program itself and no command file: Explorer does not quote a dropped path that
rem holds an ampersand and no space, and cmd.exe would cut it in two.
powershell -NoProfile -ExecutionPolicy Bypass -Command "$ErrorActionPreference = 'Stop'; $link = (New-Object -ComObject WScript.Shell).CreateShortcut([IO.Path]::Combine([Environment]::GetFolderPath('Desktop'), 'Check a report.lnk')); $link.TargetPath = [IO.Path]::Combine($env:TARGET, 'program', 'Scripts', 'redact.exe'); $link.Arguments = 'check --pause'; $link.Description = 'Drop a report here to check it'; $link.Save()" || goto no_shortcut
echo.
echo Installed. Drop a report onto "Check a report" on the desktop.
%WAIT%
exit /b 0

:no_shortcut
echo.
echo Installed, but this computer does not let us make a shortcut. Check a report with:
echo   "%TARGET%\program\Scripts\redact.exe" check --pause "the report"
%WAIT%
exit /b 0

:no_python
echo error: no 64-bit Python of version @LIST@ was found
echo hint: install Python @NEWEST@ for this user, then start install.cmd again
%WAIT%
exit /b 1

:failed
echo error: redact was not installed; the message above says why
echo hint: copy the whole folder to this computer, then start install.cmd again
%WAIT%
exit /b 1
