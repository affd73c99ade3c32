# The tool in a container. It has no language for an adapter: derive an image that installs yours.
#   docker build -t dhp .
#   docker run --rm -v "$PWD:/work" dhp run
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/DhpConformance.Cli --configuration Release --nologo --output /app -p:PublishForThisSystem=true

# The reports are made with ASP.NET, of which no server runs.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
WORKDIR /work
USER $APP_UID
ENTRYPOINT ["/app/dhp"]
CMD ["--help"]
