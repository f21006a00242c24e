# SPDX-License-Identifier: MIT
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/fealty)
install(TARGETS fealty EXPORT fealty-targets FILE_SET HEADERS)
install(EXPORT fealty-targets NAMESPACE fealty:: DESTINATION ${package_dir})
configure_package_config_file(
  cmake/fealty-config.cmake.in ${PROJECT_BINARY_DIR}/fealty-config.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/fealty-config-version.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/fealty-config.cmake ${PROJECT_BINARY_DIR}/fealty-config-version.cmake
        DESTINATION ${package_dir})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
