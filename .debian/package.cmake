# What is installed, and the Debian package made of it: cmake --install, cpack -G DEB. Settings go to /etc and
# pages to /var/spool wherever the programs go.
set(TRACUU_DOCUMENTS share/doc/tracuu)

# Installs a unit, which names the folder of the programs as the installation has it.
function(tracuu_install_unit name)
  set(unit ${CMAKE_CURRENT_BINARY_DIR}/${name})
  install(CODE "set(BINARIES \"\${CMAKE_INSTALL_PREFIX}/bin\")
                configure_file(\"${CMAKE_CURRENT_SOURCE_DIR}/${name}.in\" \"${unit}\" @ONLY)")
  install(FILES ${unit} DESTINATION lib/systemd/system)
endfunction()

# Installs FILE as DESTINATION, an absolute path, unless one is there that its owner may have changed.
function(tracuu_install_settings file destination)
  get_filename_component(file ${file} ABSOLUTE)
  install(CODE "if(NOT EXISTS \"\$ENV{DESTDIR}${destination}\")
    get_filename_component(folder \"${destination}\" DIRECTORY)
    get_filename_component(name \"${destination}\" NAME)
    file(INSTALL DESTINATION \"\${folder}\" TYPE FILE RENAME \"\${name}\" FILES \"${file}\")
  endif()")
endfunction()

# Installs FILE as DESTINATION.gz, without the day in it, so that the same file makes the same package.
function(tracuu_install_packed file destination)
  get_filename_component(file ${file} ABSOLUTE)
  get_filename_component(folder ${destination} DIRECTORY)
  get_filename_component(name ${destination} NAME)
  set(packed ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz)
  install(CODE "execute_process(COMMAND gzip --best --no-name --stdout \"${file}\"
                                OUTPUT_FILE \"${packed}\" COMMAND_ERROR_IS_FATAL ANY)")
  install(FILES ${packed} DESTINATION ${folder})
endfunction()

function(tracuu_package)
  set(here ${PROJECT_SOURCE_DIR}/.debian)
  install(FILES ${here}/sysusers.conf DESTINATION lib/sysusers.d RENAME tracuu.conf)
  install(FILES ${here}/copyright ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${TRACUU_DOCUMENTS})
  tracuu_install_packed(${here}/changelog ${TRACUU_DOCUMENTS}/changelog)

  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGE_NAME tracuu)
  set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
  set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
  set(CPACK_PACKAGE_DESCRIPTION "\
tracuu-indexer reads captures of pages from the portals and papers of
Vietnam's provinces and builds an index of their articles, documents,
dates, officials and provinces. tracuu-server answers faceted questions
over HTTP and serves a search page.

Pages put into /var/spool/tracuu are indexed as they come.")
  set(CPACK_PACKAGE_CONTACT "Tra Cứu <tracuu@tracuu.invalid>")
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_STRIP_FILES ON)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SECTION web)
  set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers | systemd-sysusers")
  set(CPACK_DEBIAN_PACKAGE_SUGGESTS "nginx | caddy")
  set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
  set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
      ${here}/conffiles ${here}/postinst ${here}/prerm ${here}/postrm)
  include(CPack)
endfunction()
