@echo off
setlocal
chcp 65001 >nul
set "start=%~dp0kit\start.py"
if not exist "%start%" (
    echo.
    echo Please unpack the zip file first: right-click it, then Extract All.
    echo Il faut d'abord extraire le fichier zip : clic droit, puis Extraire tout.
    echo.
    pause
    exit /b 1
)
for %%M in (wheels any) do (
    for %%V in (@VERSIONS@ 3) do (
        py -%%V "%start%" --fits %%M >nul 2>&1 && set "python=py -%%V" && goto found
    )
    for %%P in (python python3) do (
        %%P "%start%" --fits %%M >nul 2>&1 && set "python=%%P" && goto found
    )
)
type "%~dp0kit\no-python.txt"
pause
exit /b 1

:found
%python% "%start%" %*
if errorlevel 1 pause
