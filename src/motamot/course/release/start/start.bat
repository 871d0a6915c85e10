@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "start=%~dp0kit\start.py"
set "python="
if exist "%start%" goto search
echo.
echo Please unpack the zip file first: right-click it, then Extract All.
echo Il faut d'abord extraire le fichier zip : clic droit, puis Extraire tout.
echo.
pause
exit /b 1

:search
for %%M in (wheels any) do (
    for %%V in (@VERSIONS@ 3) do call :try %%M py.exe -%%V
    for %%P in (python.exe python3.exe) do call :try %%M %%P
)
if defined python goto found
type "%~dp0kit\no-python.txt"
pause
exit /b 1

:try
if defined python exit /b 0
%2 %3 -E "%start%" --fits %1 >nul 2>&1
if %errorlevel% equ 0 set "python=%2 %3"
exit /b 0

:found
%python% -E "%start%" %*
if %errorlevel% neq 0 pause
