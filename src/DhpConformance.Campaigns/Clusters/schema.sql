-- What campaigns on several machines keep in a PostgreSQL database; `dhp campaign init` runs this file once, in one
-- transaction. The names of tables and columns that begin with "orleans", and what is in orleansquery, are asked for
-- by Microsoft.Orleans.Clustering.AdoNet: it reads each statement from there by its key.

CREATE TABLE dhp_schema (version integer NOT NULL);

INSERT INTO dhp_schema VALUES (1);

-- One row for each campaign. A write with a version that is not the newest changes nothing.
CREATE TABLE dhp_campaign
(
    name text PRIMARY KEY,
    build text NOT NULL,
    version bigint NOT NULL,
    state text NOT NULL,
    written timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orleansquery (querykey text PRIMARY KEY, querytext text NOT NULL);

-- The processes that coordinate, each with the port of other coordinators and the port of workers.
CREATE TABLE dhp_cluster (deploymentid text PRIMARY KEY, version integer NOT NULL DEFAULT 0);

CREATE TABLE dhp_member
(
    deploymentid text NOT NULL REFERENCES dhp_cluster,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    siloname text NOT NULL,
    hostname text NOT NULL,
    status integer NOT NULL,
    proxyport integer,
    suspecttimes text,
    starttime timestamptz(3) NOT NULL,
    iamalivetime timestamptz(3) NOT NULL,
    PRIMARY KEY (deploymentid, address, port, generation)
);

INSERT INTO orleansquery VALUES
('InsertMembershipVersionKey', '
    WITH made AS
        (INSERT INTO dhp_cluster (deploymentid) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*)::integer FROM made'),
('InsertMembershipKey', '
    WITH cluster AS
        (UPDATE dhp_cluster SET version = version + 1
         WHERE deploymentid = @DeploymentId AND version = @Version
         RETURNING deploymentid),
    made AS
        (INSERT INTO dhp_member
             (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
         SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort,
             @StartTime, @IAmAliveTime
         FROM cluster
         ON CONFLICT DO NOTHING
         RETURNING 1)
    SELECT count(*)::integer FROM made'),
('UpdateMembershipKey', '
    WITH cluster AS
        (UPDATE dhp_cluster SET version = version + 1
         WHERE deploymentid = @DeploymentId AND version = @Version
         RETURNING deploymentid),
    changed AS
        (UPDATE dhp_member AS member
         SET status = @Status, suspecttimes = CAST(@SuspectTimes AS text), iamalivetime = @IAmAliveTime
         FROM cluster
         WHERE member.deploymentid = cluster.deploymentid AND address = @Address AND port = @Port
             AND generation = @Generation
         RETURNING 1)
    SELECT count(*)::integer FROM changed'),
('UpdateIAmAlivetimeKey', '
    UPDATE dhp_member SET iamalivetime = @IAmAliveTime
    WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),
('MembershipReadRowKey', '
    SELECT cluster.deploymentid, address, port, generation, siloname, hostname, status, proxyport, suspecttimes,
        starttime, iamalivetime, cluster.version
    FROM dhp_cluster AS cluster
    LEFT JOIN dhp_member AS member
        ON member.deploymentid = cluster.deploymentid AND address = @Address AND port = @Port
        AND generation = @Generation
    WHERE cluster.deploymentid = @DeploymentId'),
('MembershipReadAllKey', '
    SELECT cluster.deploymentid, address, port, generation, siloname, hostname, status, proxyport, suspecttimes,
        starttime, iamalivetime, cluster.version
    FROM dhp_cluster AS cluster
    LEFT JOIN dhp_member AS member USING (deploymentid)
    WHERE cluster.deploymentid = @DeploymentId'),
('GatewaysQueryKey', '
    SELECT address, proxyport, generation FROM dhp_member
    WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0'),
('DeleteMembershipTableEntriesKey', '
    DELETE FROM dhp_member WHERE deploymentid = @DeploymentId;
    DELETE FROM dhp_cluster WHERE deploymentid = @DeploymentId'),
-- 3 is the status of a process that works.
('CleanupDefunctSiloEntriesKey', '
    DELETE FROM dhp_member WHERE deploymentid = @DeploymentId AND iamalivetime < @IAmAliveTime AND status <> 3');
